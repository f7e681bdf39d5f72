import { z } from 'zod';

// The page's content policy forbids code from text, which zod would otherwise try to speed up its checks. This
// file is imported before every schema, because zod looks once, when a schema is made.
z.config({ jitless: true });
