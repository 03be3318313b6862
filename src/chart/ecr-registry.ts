/** A private registry of Amazon ECR. */
export type EcrRegistry = { host: string; account: string; region: string };

/**
 * The private ECR registry that a host name is; `undefined` for any other, also for public.ecr.aws, which needs no login.
 * The forms: https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html, dual-stack and FIPS ones
 * https://docs.aws.amazon.com/general/latest/gr/ecr.html
 */
export function ecrRegistry(host: string): EcrRegistry | undefined {
  const [, account, region] =
    /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z]{2}(?:-[a-z]+)+-\d+)\.(?:amazonaws\.(?:com|com\.cn|eu)|on\.(?:aws|amazonwebservices\.com\.cn|amazonwebservices\.eu))$/.exec(
      host,
    ) ?? [];
  return account === undefined || region === undefined ? undefined : { host, account, region };
}
