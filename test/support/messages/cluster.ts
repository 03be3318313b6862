import { changedKubeconfig, configMap, type Message, refusedDeploy } from "./place.ts";

const chart = { "templates/settings.yaml": configMap("settings") };

/** The cluster is not reached, or does not know the login. */
export const clusterMessages: Message[] = [
  {
    name: "The cluster's address answers nobody",
    means: "Nothing listens at the address of the cluster, or something in between refuses the connection.",
    async provoke(place) {
      const kubeconfig = await changedKubeconfig(place, { server: { server: "https://127.0.0.1:1" } });
      return refusedDeploy(place, chart, { kubeconfig });
    },
    says: /connection refused/,
    next: /^check that the runner can reach the cluster's address: .* HTTPS_PROXY$/,
  },
  {
    name: "The cluster's name has no address",
    means: "The runner's DNS does not know the host in the cluster's address.",
    async provoke(place) {
      const kubeconfig = await changedKubeconfig(place, { server: { server: "https://shop.cluster.invalid" } });
      return refusedDeploy(place, chart, { kubeconfig });
    },
    says: /dial tcp: lookup/,
    next: /^check the spelling of shop\.cluster\.invalid, and that it still exists/,
  },
  {
    name: "The cluster's certificate is not trusted",
    means: "What answers shows a certificate that is not of the authority in the kubeconfig.",
    async provoke(place) {
      const server = { "certificate-authority-data": undefined, "certificate-authority": undefined };
      return refusedDeploy(place, chart, { kubeconfig: await changedKubeconfig(place, { server }) });
    },
    says: /x509/,
    next: /^take the certificate-authority-data of this very cluster into the kubeconfig/,
  },
  {
    name: "The cluster does not know the login",
    means: "The token is wrong or has expired, or the cluster has no access entry for the role.",
    async provoke(place) {
      const kubeconfig = await changedKubeconfig(place, { user: { token: "expired" } });
      return refusedDeploy(place, chart, { kubeconfig });
    },
    says: /provide credentials/,
    next: /^the cluster does not know this login: add an EKS access entry .* or check the kubeconfig's user$/,
  },
  {
    name: "The program that logs in fails",
    means: "The kubeconfig names a program that gets the token, and that program ended with an error.",
    async provoke(place) {
      const exec = { apiVersion: "client.authentication.k8s.io/v1", command: "false", interactiveMode: "Never" };
      return refusedDeploy(place, chart, { kubeconfig: await changedKubeconfig(place, { user: { exec } }) });
    },
    says: /getting credentials/,
    next: /^see in the log what false wrote before this/,
  },
  {
    name: "The program that logs in is not here",
    means: "The kubeconfig names a program that gets the token, such as aws, and the runner does not have it.",
    async provoke(place) {
      const exec = { apiVersion: "client.authentication.k8s.io/v1", command: "aws-absent", interactiveMode: "Never" };
      return refusedDeploy(place, chart, { kubeconfig: await changedKubeconfig(place, { user: { exec } }) });
    },
    says: /getting credentials/,
    next: /^put aws-absent on the runner's PATH, or give cluster and aws-region/,
  },
];
