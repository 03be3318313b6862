"""The sandbox's AWS: ministack in one process with what it lacks. See ../README.md."""
