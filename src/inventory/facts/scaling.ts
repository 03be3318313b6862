/** How many tasks Application Auto Scaling lets a service have. */
export type ScalableService = {
  cluster: string;
  service: string;
  min: number;
  max: number;
};
