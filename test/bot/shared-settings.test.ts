import { join } from 'node:path';
import { expect } from 'chai';
import { openDesk } from '../../bot/desks/desk.ts';
import { readCalendarCorrections } from '../../bot/district/calendar-files.ts';
import { createCalendar } from '../../bot/district/calendar.ts';
import { districtFile, districtFileNamed, readClassNames, readMechanism } from '../../bot/district/district-files.ts';
import { openKeptDirectory } from '../../bot/district/kept-directory.ts';
import { timetable } from '../../jobs/schedule.ts';
import { createWording } from '../../locales/speak.ts';
import type { OpenStores } from '../../models/open-stores.ts';
import { morning, onKeptStores } from '../models/support/kept.ts';
import { temporaryFolder } from '../models/support/stores.ts';
import { readDirectory } from '../support/demo-directory.ts';

const { data } = await readDirectory();
const now = () => morning;
const line = { category: 'noise', place: 'u-feng', unit: 'u-feng-cg' };

/** One process with what administrators set in it, in a folder of its own. */
async function running(stores: OpenStores, folder: string) {
  const wording = createWording();
  const { speak } = wording;
  const words = { speak, language: 'zh-CN' as const };
  const listed = districtFile('demo');
  const keptDirectory = await openKeptDirectory({ stores, importedTo: join(folder, 'directory.json'), readFiles: () => Promise.resolve(data), check: () => undefined, seedChannel: undefined });
  const calendar = createCalendar(readCalendarCorrections(districtFile('calendar')));
  const desk = await openDesk({ stores, keptDirectory, directory: keptDirectory.current, mechanism: readMechanism(districtFileNamed('wuchang', words), words), calendar, classes: readClassNames(), organisationApi: undefined, open: () => Promise.resolve([]), listed, speak, wording, now });
  return {
    desk,
    speak,
    calendar,
    directory: keptDirectory.current,
    keptDirectory,
    role: () => keptDirectory.current().data.dispatch.find(({ category, place, unit }) => category === line.category && place === line.place && unit === line.unit)?.role,
    setRole: (role: 'assists' | 'own' | null, place = line.place) => desk.duties.take({ changes: [{ ...line, place, role }], apply: true }, 'admin', 'zh-CN'),
  };
}

describe('what is set on the pages of one process', () => {
  onKeptStores((start) => {
    let here: Awaited<ReturnType<typeof running>>;
    let there: Awaited<ReturnType<typeof running>>;
    let folders: Awaited<ReturnType<typeof temporaryFolder>>[];
    beforeEach(async () => {
      folders = [await temporaryFolder(), await temporaryFolder()];
      here = await running(start().stores, folders[0]?.folder ?? '');
      there = await running(start().stores, folders[1]?.folder ?? '');
    });
    afterEach(async () => {
      for (const { remove } of folders) await remove();
    });

    it('holds in another within a minute, its history too', async () => {
      await here.desk.templates.change({ key: 'chat.you-are-welcome', language: 'zh-CN', text: '应该的' }, 'admin', 'zh-CN');
      await here.desk.calendar.take({ days: [{ date: '2026-07-07', workday: false }], complete: [], apply: true }, 'admin', 'zh-CN');
      await here.setRole('assists');
      const seen = () => [there.speak('zh-CN', 'chat.you-are-welcome'), there.calendar.isWorkday('2026-07-07'), there.role(), there.desk.duties.list({ q: '' }, 'zh-CN').history.length];
      expect(seen()).to.deep.equal(['不客气，有事随时说。', true, undefined, 0]);
      const nothing = () => Promise.resolve();
      const [job] = timetable({ postOwing: nothing, purge: nothing, purgeMedia: nothing, writeWeekly: nothing, closePeriods: nothing, takeSettings: there.desk.refresh }).filter(({ cron }) => cron === '* * * * *');
      await job?.run();
      expect(seen()).to.deep.equal(['应该的', false, 'assists', 1]);
    });

    it('is not undone by what another sets meanwhile', async () => {
      await here.setRole('assists');
      await there.setRole('own', 'u-yxl');
      await Promise.all([here.setRole('own', 'g-yxl-1'), there.setRole('own', 'g-yxl-2')]);
      for (const one of [here, there]) await one.desk.refresh();
      for (const { directory } of [here, there]) expect(directory().data.dispatch.filter(({ category, unit }) => category === line.category && unit === line.unit).map(({ place }) => place).sort()).to.deep.equal(['g-yxl-1', 'g-yxl-2', 'u-feng', 'u-yxl']);
    });

    it('holds after a start, on a machine where it was not set too when the database is shared', async () => {
      await here.setRole('assists');
      const { stores } = start();
      const later = await running(stores, (stores.kind === 'mongodb' ? folders[1] : folders[0])?.folder ?? '');
      expect(later.role()).to.equal('assists');
    });

    it('is looked for without reading it all again', async () => {
      const { stores } = start();
      const read: string[] = [];
      const { load } = stores.directory;
      const { get } = stores.keptSettings;
      const watched = { ...stores, directory: { ...stores.directory, load: () => (read.push('directory'), load()) }, keptSettings: { ...stores.keptSettings, get: (name: string) => (read.push(name), get(name)) } };
      await here.setRole('assists');
      const { desk, role } = await running(watched, folders[1]?.folder ?? '');
      read.splice(0);
      await desk.refresh();
      expect(read).to.deep.equal([]);
      await here.setRole('own');
      await desk.refresh();
      expect([read.sort(), role()]).to.deep.equal([['directory', 'duties'], 'own']);
    });
  });
});
