import { houseOf } from '../servers/houses';

/** Tells the recipe, when a worker loads it, where that worker's sandbox is. */
const { TEST_PARALLEL_INDEX: index } = process.env;
if (index !== undefined) process.env.OCB_URL = houseOf(Number(index)).ocbUrl;
