"""The sandbox's AWS: ministack in one process with what EKS login needs and it lacks. See ../README.md."""
