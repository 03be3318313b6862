export type EksCluster = {
  name: string;
  region: string;
  /** `https://…` */
  server: string;
  /** PEM, base64-encoded, as a kubeconfig holds it. */
  certificateAuthority: string;
};

export type Eks = {
  /** Address and certificate of an EKS cluster. Fails with the step that leads on: wrong region, missing permission, not active. */
  describeCluster(name: string): Promise<EksCluster>;
  /** A bearer token for that cluster, new or from this run, good for at least a minute where its source allows. */
  token(name: string): Promise<string>;
  /** For how long logins can be renewed, in one sentence for the log. */
  renewal(): string;
};
