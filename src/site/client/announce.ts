const region = document.createElement('div');
region.setAttribute('role', 'status');
region.className = 'announcer';
document.body.append(region);

let timer: ReturnType<typeof setTimeout> | undefined;

/** Says what was done, to eyes and to screen readers, for a few seconds. */
export function announce(message: string): void {
  region.textContent = message;
  clearTimeout(timer);
  timer = setTimeout(() => {
    region.textContent = '';
  }, 4000);
}
