/** What tells a project from every other one, whatever its file is called; a copy of the file is the same project. */
export const identity = `
INSERT INTO meta (key, value) VALUES ('project-id', lower(hex(randomblob(8))));
`;
