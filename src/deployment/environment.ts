/** Set by flyctl and Fly with each deploy. */
const ofFly = /^(?:FLY_\w+|PRIMARY_REGION|PORT)$/;
const secretName = /TOKEN|SECRET|PASSWORD|PASSPHRASE|CREDENTIAL|KEY/;

/** Whether flyctl or Fly sets the variable with each deploy, whatever fly.toml says. */
export function isSetByFly(name: string): boolean {
  return ofFly.test(name);
}

/** Whether the variable may be called a secret: its value is neither shown nor written into a file. */
export function mayBeSecret(name: string): boolean {
  return secretName.test(name);
}
