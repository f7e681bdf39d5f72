export { memorySecrets, type SecretStore } from './secrets.ts';
export { type SignInProjects, SignIns } from './sign-ins.ts';
