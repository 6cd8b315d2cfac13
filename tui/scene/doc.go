// Package scene is what the views look at: one roadmap with its plan, flags and causes, the selection and the marks.
//
// A Scene is made anew when the plan, the filter or the theme changes and is read only for the views. What every view needs
// of each task (its worst flag, its baseline, how late it is) is worked out once here and not a frame at a time. Version
// tells views when what they keep (rows, say) is of another scene.
// Root causes, which few views show, are grouped beside the drawing: Roots waits for them.
//
// A view answers with an Outcome, never with a message to itself.
package scene
