import { getCourse } from '@/course/course';
import { searchCourse } from '@/course/search/search-course';
import { SearchQuerySchema } from '@/schemas/search';
import { handleRead } from '@/server/http/handle';
import { PUBLIC_RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

export const GET = handleRead({ query: SearchQuerySchema, rate: PUBLIC_RATES.search }, async ({ q }) =>
  reply(200, searchCourse(await getCourse(), q)),
);
