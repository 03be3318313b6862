// Made by npm run build from src/main.ts.
import { main } from "../lib/index.js";
await main("dns-post");
