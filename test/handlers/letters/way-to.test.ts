import { expect } from 'chai';
import { OUTSIDE, type Outside } from '../../../domain/reach.ts';
import type { ChannelCapabilities } from '../../../handlers/channel.ts';
import { wayTo } from '../../../handlers/letters/way-to.ts';
import type { Person } from '../../../handlers/ports/people.ts';
import { at } from '../../support/local-time.ts';

const now = at('2026-07-06 10:00');
const window: ChannelCapabilities = { groups: false, proactive: { kind: 'window', hours: 48, messages: 5 } };
const channels = new Map<string, { capabilities: ChannelCapabilities }>([['kf', { capabilities: window }], ['oa', { capabilities: { ...window, outside: ['template'] } }], ['wecom', { capabilities: { groups: true, proactive: { kind: 'always' } } }]]);
const open = { until: at('2026-07-07 10:00'), left: 3 };
const person = (over: Partial<Person>): Person => ({ id: 'lan', name: '', roles: ['resident'], grids: [], language: 'zh-CN', noticed: true, erased: false, accounts: [{ channel: 'kf', account: 'k' }], ...over });
const both = [{ channel: 'kf', account: 'k' }, { channel: 'oa', account: 'o' }];
const way = (who: Person, over: Partial<Parameters<typeof wayTo>[1]> = {}) => wayTo(who, { channels, outside: OUTSIDE, now, reply: false, tried: [], ...over });

describe('the way to a person', () => {
  it('is where they last wrote, while that is open', () => {
    expect(way(person({ accounts: both, heardOn: 'oa', windows: { kf: open, oa: open } }))).to.deep.equal({ channel: 'oa', to: { account: 'o' } });
  });

  it('is another channel that is open when that one is not', () => {
    expect(way(person({ accounts: both, heardOn: 'oa', windows: { kf: open } }))).to.deep.equal({ channel: 'kf', to: { account: 'k' } });
  });

  it('is the template when none is open, but not for an answer', () => {
    expect(way(person({ accounts: both }))).to.deep.equal({ channel: 'oa', to: { account: 'o' }, outside: 'template' });
    expect(way(person({ accounts: both }), { reply: true })).to.equal('next-word');
  });

  it('is a subscription before the template, or after it, as the district orders it', () => {
    const able = new Map(channels).set('oa', { capabilities: { ...window, outside: ['template', 'subscription'] } });
    const first = (outside: readonly Outside[], tried: readonly string[] = []) => way(person({ accounts: both }), { channels: able, outside, tried });
    expect(first(OUTSIDE)).to.deep.include({ channel: 'oa', outside: 'subscription' });
    expect(first(OUTSIDE, ['oa+subscription'])).to.deep.include({ channel: 'oa', outside: 'template' });
    expect(first(['template', 'subscription'])).to.deep.include({ channel: 'oa', outside: 'template' });
    expect(first(['call-back', 'subscription'])).to.equal('call-back');
  });

  it('is the call-back list without a template, or the next word, as the district orders it', () => {
    expect(way(person({}))).to.equal('call-back');
    expect(way(person({}), { outside: ['next-word', 'call-back'] })).to.equal('next-word');
    expect(way(person({ accounts: both }), { outside: ['call-back', 'template'] })).to.equal('call-back');
  });

  it('is not one that was tried in vain', () => {
    expect(way(person({ accounts: both, windows: { kf: open } }), { tried: ['kf'] })).to.deep.include({ channel: 'oa', outside: 'template' });
    expect(way(person({ accounts: both }), { tried: ['kf', 'oa', 'oa+template'] })).to.equal('call-back');
    expect(way(person({ accounts: [{ channel: 'wecom', account: 'w' }] }), { tried: ['wecom'] })).to.equal('nowhere');
  });

  it('is none for somebody without an account that we have a channel for', () => {
    expect(way(person({ accounts: [] }))).to.equal('nowhere');
    expect(way(person({ accounts: [{ channel: 'gone', account: 'x' }] }))).to.equal('nowhere');
  });
});
