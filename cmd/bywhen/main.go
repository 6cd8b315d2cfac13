package main

import (
	"os"
	"time"
)

func main() {
	os.Exit(run(&program{
		args: os.Args[1:], stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, env: os.LookupEnv, now: time.Now,
	}))
}
