import type { ImageProblem, RunningImage } from "../running-image/running-image.ts";

export type AskedImage = {
  /** Names. */
  cluster: string;
  service: string;
  /** Left out: the only one, or the one that the service's load balancers send requests to. */
  container?: string | undefined;
};

export type RunningImages = {
  /**
   * The image that a container of an ECS service runs now, as `repository@sha256:…`: the repository from the task definition, the
   * digest as ECS reports it for the running tasks (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Container.html),
   * or as the task definition names it. Or why that is not clear: one that has no task, that is being deployed, and so on.
   *
   * Fails with `MissingRight` where the login may not read it, and with `OutsideError` when ECS cannot be asked.
   */
  runningImage(asked: AskedImage): Promise<RunningImage | ImageProblem>;
};
