import { fileURLToPath } from "node:url";

/** This checkout: the suite that workflows run, and the examples. */
export const checkout = fileURLToPath(new URL("../..", import.meta.url));

/** The GitHub repository that the examples are written for, with the ids that its tokens carry. */
export const shop = { name: "casaone/shop", ownerId: 101, repositoryId: 1001 };

/** The cluster, the namespace and the AWS account that the examples are written for. */
export const written = { cluster: "shop", namespace: "commerce", accountId: "111122223333" };
