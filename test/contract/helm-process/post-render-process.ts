// What Helm starts in the tests, in the place of dist/post-render: the same program from its source.
import { run } from "../../../src/actions/post-render/run.ts";

await run();
