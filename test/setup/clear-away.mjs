export default async function clearAway() {
  await globalThis.forgetFiles?.();
  await globalThis.stopPostgres?.();
}
