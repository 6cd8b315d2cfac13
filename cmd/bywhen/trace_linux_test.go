//go:build amd64 || arm64

package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

// recorder writes down what programs do to the files and folders below one folder: the kernel tells it of each of their system
// calls (ptrace), so nothing that reaches the disc is missed. A call that could change a file in a way that it does not know ends
// the test.
type recorder struct {
	t      *testing.T
	folder string
	deeds  []deed
	thread int
	calls  map[int]func(result int64) // by thread: what the call that is under way does, if it succeeds
}

// syscallInfo is struct ptrace_syscall_info of Linux 5.3 and later, the same on every processor.
type syscallInfo struct {
	op     uint8 // 1 at a call's entry, 2 at its exit
	_      [7]uint8
	ip, sp uint64
	nr     uint64 // at the exit the result
	args   [6]uint64
	_      [2]uint64
}

// untraceable is why no program can be traced on this machine, or nil.
func untraceable(t *testing.T) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	p, err := os.StartProcess("/bin/true", []string{"true"}, &os.ProcAttr{Sys: &syscall.SysProcAttr{Ptrace: true, Setpgid: true}})
	if err != nil {
		return err
	}
	defer p.Kill()
	r := &recorder{t: t, folder: t.TempDir(), calls: map[int]func(int64){}}
	_, err = r.follow(p.Pid)
	return err
}

// run runs a program to its end, recorded; it must succeed.
func (r *recorder) run(env []string, args ...string) {
	r.t.Helper()
	runtime.LockOSThread() // only the thread that begins it may trace it
	defer runtime.UnlockOSThread()
	said, err := os.CreateTemp(r.t.TempDir(), "said")
	if err != nil {
		r.t.Fatal(err)
	}
	defer said.Close()
	p, err := os.StartProcess(args[0], args, &os.ProcAttr{
		Env: env, Files: []*os.File{nil, said, said}, Sys: &syscall.SysProcAttr{Ptrace: true, Setpgid: true},
	})
	if err != nil {
		r.t.Fatal(err)
	}
	defer p.Kill()
	r.calls = map[int]func(int64){}
	if code, err := r.follow(p.Pid); code != 0 || err != nil {
		b, _ := os.ReadFile(said.Name())
		r.t.Fatalf("%s: exit code %d, %v: %s", strings.Join(args[1:], " "), code, err, b)
	}
}

// follow lets the threads of a program go from call to call until the program has ended, and gives its exit code.
func (r *recorder) follow(pid int) (code int, err error) {
	var status syscall.WaitStatus
	if _, err := syscall.Wait4(pid, &status, syscall.WALL, nil); err != nil {
		return 0, err
	}
	options := unix.PTRACE_O_TRACESYSGOOD | unix.PTRACE_O_TRACECLONE | unix.PTRACE_O_EXITKILL
	if err := syscall.PtraceSetOptions(pid, options); err != nil {
		return 0, err
	}
	for thread, signal := pid, 0; ; {
		if err := syscall.PtraceSyscall(thread, signal); err != nil && !errors.Is(err, syscall.ESRCH) {
			return 0, err
		}
		if thread, err = waitFor(pid, &status); err != nil || !status.Stopped() {
			return status.ExitStatus(), err
		}
		switch signal = int(status.StopSignal()); signal {
		case int(syscall.SIGTRAP) | 0x80:
			err, signal = r.meets(thread), 0
		case int(syscall.SIGTRAP), int(syscall.SIGSTOP): // a thread was born, or begins
			signal = 0
		}
		if err != nil {
			return 0, err
		}
	}
}

// waitFor waits for a thread to stop, or for the program to end.
func waitFor(pid int, status *syscall.WaitStatus) (thread int, err error) {
	for {
		thread, err = syscall.Wait4(-pid, status, syscall.WALL, nil)
		if errors.Is(err, syscall.EINTR) || err == nil && !status.Stopped() && thread != pid {
			continue
		}
		return thread, err
	}
}

// meets is told that a thread enters a system call or leaves it.
func (r *recorder) meets(thread int) error {
	var info syscallInfo
	_, _, errno := syscall.Syscall6(syscall.SYS_PTRACE, unix.PTRACE_GET_SYSCALL_INFO, uintptr(thread), unsafe.Sizeof(info), uintptr(unsafe.Pointer(&info)), 0, 0)
	if errno == syscall.ESRCH {
		return nil // another thread has ended the program
	}
	if errno != 0 {
		return fmt.Errorf("Linux before 5.3 does not say what is called: %w", errno)
	}
	r.thread = thread
	if info.op == 1 {
		r.calls[thread] = r.enters(info.nr, &info.args)
	} else if then := r.calls[thread]; then != nil {
		delete(r.calls, thread)
		if result := int64(info.nr); result >= 0 {
			then(result)
		}
	}
	return nil
}

// enters tells what a call will have done to the folder when it succeeds; nil where that is nothing.
func (r *recorder) enters(nr uint64, args *[6]uint64) func(result int64) {
	switch nr {
	case unix.SYS_WRITE, unix.SYS_PWRITE64:
		return r.writes(nr == unix.SYS_PWRITE64, args)
	case unix.SYS_FSYNC, unix.SYS_FDATASYNC:
		return r.toFile(args[0], deed{kind: syncedIt})
	case unix.SYS_FTRUNCATE:
		return r.toFile(args[0], deed{kind: cutTo, at: int64(args[1])})
	case unix.SYS_OPENAT:
		return r.opens(r.path(args[0], args[1]), args[2])
	case unix.SYS_MKDIRAT:
		return r.makesFolder(r.path(args[0], args[1]))
	case unix.SYS_UNLINKAT:
		return r.names(r.path(args[0], args[1]), deed{kind: tookName})
	case unix.SYS_LINKAT, unix.SYS_RENAMEAT, unix.SYS_RENAMEAT2:
		return r.gives(r.path(args[0], args[1]), r.path(args[2], args[3]), nr != unix.SYS_LINKAT)
	}
	r.refuses(nr, args)
	return nil
}

// refuses ends the test at a call that changes a file below the folder in another way.
func (r *recorder) refuses(nr uint64, args *[6]uint64) {
	changed := ^uint64(0)
	switch nr {
	case unix.SYS_WRITEV, unix.SYS_PWRITEV, unix.SYS_PWRITEV2, unix.SYS_FALLOCATE, unix.SYS_SENDFILE, unix.SYS_SYNCFS:
		changed = args[0]
	case unix.SYS_COPY_FILE_RANGE, unix.SYS_SPLICE:
		changed = args[2]
	case unix.SYS_MMAP:
		if args[2]&unix.PROT_WRITE != 0 && args[3]&unix.MAP_SHARED != 0 {
			changed = args[4]
		}
	case unix.SYS_SYNC, unix.SYS_IO_URING_SETUP, unix.SYS_TRUNCATE, unix.SYS_SYMLINKAT:
		r.t.Fatalf("system call %d is not understood", nr)
	}
	if path, _ := r.open(changed); path != "" {
		r.t.Fatalf("system call %d on %s is not understood", nr, path)
	}
}

// toFile does a deed to an open file below the folder.
func (r *recorder) toFile(fd uint64, one deed) func(int64) {
	path, file := r.open(fd)
	if path == "" {
		return nil
	}
	one.on = file
	return func(int64) { r.deeds = append(r.deeds, one) }
}

func (r *recorder) writes(positioned bool, args *[6]uint64) func(int64) {
	one := deed{kind: wrote, at: int64(args[3]), data: make([]byte, args[2])}
	path, file := r.open(args[0])
	switch {
	case args[0] == 1:
		one.kind = spoke
	case path == "":
		return nil
	case !positioned:
		one.at = r.position(args[0])
	}
	one.on = file
	r.read(args[1], one.data)
	return func(n int64) {
		one.data = one.data[:n]
		r.deeds = append(r.deeds, one)
	}
}

// opens takes in a file that is made, or emptied, by being opened.
func (r *recorder) opens(path string, flags uint64) func(int64) {
	if flags&(unix.O_CREAT|unix.O_TRUNC) == 0 || !r.below(path) {
		return nil
	}
	_, err := os.Lstat(path)
	made := os.IsNotExist(err)
	return func(fd int64) {
		_, file := r.open(uint64(fd))
		if made {
			r.deeds = append(r.deeds, deed{kind: born, on: file}, deed{kind: gaveName, on: inode(filepath.Dir(path)), name: filepath.Base(path), file: file})
		} else if flags&unix.O_TRUNC != 0 {
			r.deeds = append(r.deeds, deed{kind: cutTo, on: file})
		}
	}
}

func (r *recorder) makesFolder(path string) func(int64) {
	return r.names(path, deed{kind: born, folder: true})
}

// gives takes in a second name of a file, or its only one instead of another.
func (r *recorder) gives(from, to string, renamed bool) func(int64) {
	if !r.below(to) && !r.below(from) {
		return nil
	}
	if filepath.Dir(from) != filepath.Dir(to) {
		r.t.Fatalf("from folder to folder, %s to %s, is not understood", from, to)
	}
	one := deed{kind: gaveName, file: inode(from)}
	if renamed {
		one.loses = filepath.Base(from)
	}
	return r.names(to, one)
}

// names does a deed to a name below the folder.
func (r *recorder) names(path string, one deed) func(int64) {
	if !r.below(path) {
		return nil
	}
	folder := inode(filepath.Dir(path))
	return func(int64) {
		if one.kind == born {
			one.on = inode(path)
			r.deeds = append(r.deeds, one)
			one = deed{kind: gaveName, file: one.on}
		}
		one.on, one.name = folder, filepath.Base(path)
		r.deeds = append(r.deeds, one)
	}
}

func (r *recorder) below(path string) bool { return strings.HasPrefix(path, r.folder+"/") }

// open is the path and the inode of what a descriptor of the thread is; empty where that is not below the folder, nor the folder.
func (r *recorder) open(fd uint64) (path string, file uint64) {
	link := fmt.Sprintf("/proc/%d/fd/%d", r.thread, int32(fd))
	path, err := os.Readlink(link)
	if err != nil || path != r.folder && !r.below(path) {
		return "", 0
	}
	return path, inode(link)
}

// inode is the number of what is at a path; 0 where nothing is.
func inode(path string) uint64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Sys().(*syscall.Stat_t).Ino
}

// position is where in a file a descriptor of the thread stands.
func (r *recorder) position(fd uint64) (at int64) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/fdinfo/%d", r.thread, fd))
	if _, also := fmt.Sscanf(string(b), "pos:\t%d", &at); err != nil || also != nil {
		r.t.Fatal(err, also)
	}
	return at
}

// path is a path that a call names, from a folder that is open or the thread's own.
func (r *recorder) path(dir, at uint64) string {
	b := make([]byte, 4096)
	n := r.read(at, b)
	path, _, _ := strings.Cut(string(b[:n]), "\x00")
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	link := fmt.Sprintf("/proc/%d/fd/%d", r.thread, int32(dir))
	if int32(dir) == unix.AT_FDCWD {
		link = fmt.Sprintf("/proc/%d/cwd", r.thread)
	}
	above, _ := os.Readlink(link)
	return filepath.Join(above, path)
}

// read reads the thread's memory; less where what follows is not mapped.
func (r *recorder) read(at uint64, into []byte) int {
	memory, err := os.Open(fmt.Sprintf("/proc/%d/mem", r.thread))
	if err != nil {
		r.t.Fatal(err)
	}
	defer memory.Close()
	n, _ := memory.ReadAt(into, int64(at))
	return n
}
