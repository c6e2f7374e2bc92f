import { type AsOfAnswer, type AsOfData, answersOn, answerWords } from '../as-of-answer.ts';
import { longDate } from '../words.ts';
import { make } from './decision/make.ts';

/** Answers for the day, and the entry, that stand in the address; the page itself answers for the day of its build. */
class AsOfDay extends HTMLElement {
  private readonly place = this.querySelector('.as-of-day-answer') as HTMLElement;

  async connectedCallback(): Promise<void> {
    const asked = new URLSearchParams(location.search);
    const day = asked.get('date');
    if (day === null) return;
    if (!isDay(day)) {
      this.place.prepend(
        make('p', 'notice', `“${day}” is no day such as 2026-11-20. The answer below is for today.`),
      );
      return;
    }
    const field = this.querySelector<HTMLInputElement>('input[name="date"]');
    if (field) field.value = day;
    this.place.setAttribute('aria-busy', 'true');
    try {
      const data = (await (await fetch(this.dataset.texts ?? '')).json()) as AsOfData;
      this.place.replaceChildren(...this.tell(data, day, asked.get('entry') ?? undefined));
    } catch {
      const notice = make(
        'p',
        'notice',
        `The answer for ${longDate(day)} could not be loaded; below is the one for today.`,
      );
      this.place.prepend(notice);
    }
    this.place.removeAttribute('aria-busy');
  }

  private tell(data: AsOfData, day: string, id: string | undefined): Node[] {
    const answers = answersOn(data, day);
    const inForce = answers.filter((answer) => answer.inForce);
    const others = answers.filter((answer) => !answer.inForce);
    return [
      ...(id === undefined ? [] : [this.tellOne(data, answers, day, id)]),
      make(
        'p',
        '',
        `On ${longDate(day)}, ${count(inForce.length, 'entry was', 'entries were')} in force.`,
        ...limits(data, day),
      ),
      ...data.sections.flatMap(({ folder, label }) => {
        const group = inForce.filter(({ id }) => id.startsWith(`${folder}/`));
        return this.section('as-of-in-force', label, group);
      }),
      ...this.section('', 'Recorded, but not in force', others),
    ];
  }

  /** What was asked for one entry, before all others. */
  private tellOne(data: AsOfData, answers: readonly AsOfAnswer[], day: string, id: string): Node {
    const entry = data.entries.find((known) => known.id === id);
    const answer = answers.find((known) => known.entry === entry);
    if (!entry) return make('p', 'notice', `There is no entry ${id}.`);
    const text = answer?.inForce
      ? []
      : [make('p', '', answer ? 'It was not in force then.' : 'It did not stand then.')];
    return make(
      'section',
      'as-of-entry',
      make('h2', '', `${entry.title}, ${longDate(day)}`),
      ...text,
      ...(answer ? [make('ul', 'as-of-list', this.row(answer))] : []),
    );
  }

  private section(name: string, label: string, answers: readonly AsOfAnswer[]): Node[] {
    if (answers.length === 0) return [];
    return [
      make(
        'section',
        name,
        make('h2', '', `${label} `, make('span', 'count', String(answers.length))),
        make('ul', 'as-of-list', ...answers.map((answer) => this.row(answer))),
      ),
    ];
  }

  private row(answer: AsOfAnswer): HTMLElement {
    const { entry, id, title, inForce, recorded } = answer;
    const commit = (inForce?.text ?? recorded)?.commit ?? '';
    const { permalink = '' } = this.dataset;
    const address = permalink.replace('{id}', () => encodeURI(entry.id)).replace('{commit}', commit);
    const code = entry.code ? make('b', 'code', `${entry.code} `) : undefined;
    const words = [
      ...answerWords(answer),
      ...(id === entry.id ? [] : [`then ${id}`]),
      ...(title === entry.title ? [] : [`now “${entry.title}”`]),
    ];
    return make(
      'li',
      { 'data-id': id },
      make('a', { href: address }, code, title),
      ' ',
      make('small', '', words.join('; ')),
    );
  }
}

/** What the answer cannot know. */
function limits({ from, cut, today }: AsOfData, day: string): Node[] {
  const say = (text: string) => [make('span', '', ` ${text}`)];
  if (from !== undefined && day < from)
    return say(
      cut
        ? `History is known since ${longDate(from)}: what was before is not known here.`
        : `The first entry was recorded on ${longDate(from)}.`,
    );
  return day > today ? say('That day lies ahead: this is what is merged so far.') : [];
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** Whether a text is a day of the calendar. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

customElements.define('as-of-day', AsOfDay);
