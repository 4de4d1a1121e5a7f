import { stamp } from '../../server/clock';
import type { Device } from './types';
import type { Reply } from '../../terminal/reply';

const confirmed = (device: Device, user: string, minutes: number | undefined): Reply => {
  if (minutes === undefined) {
    setImmediate(() => device.reload());
    return {};
  }
  device.reloadIn(user, minutes);
  return {};
};

const proceed = (device: Device, user: string, minutes: number | undefined): Reply => {
  const due = new Date(device.clock.now().getTime() + (minutes ?? 0) * 60000);
  const scheduled =
    minutes === undefined
      ? undefined
      : `Reload scheduled for ${stamp(due)} (in ${minutes} minutes) by ${user} on vty0 (127.0.0.1)\nReload reason: Reload Command`;
  return {
    ...(scheduled === undefined ? {} : { text: scheduled }),
    ask: {
      prompt: 'Proceed with reload? [confirm]',
      key: true,
      answer: (key) => (/^[\r\ny]?$/i.test(key) ? confirmed(device, user, minutes) : {}),
    },
  };
};

/** `reload` and `reload in N`: asks to save where running and startup differ, then to confirm. */
export const reloadDialogue = (device: Device, user: string, minutes: number | undefined): Reply => {
  if (device.isSaved()) return proceed(device, user, minutes);
  const prompt = 'System configuration has been modified. Save? [yes/no]: ';
  const answer = (text: string): Reply => {
    if (/^y/i.test(text)) {
      device.save();
      return { ...proceed(device, user, minutes), text: 'Building configuration...\n[OK]' };
    }
    if (/^n/i.test(text)) return proceed(device, user, minutes);
    return { text: "% Please answer 'yes' or 'no'.", ask: { prompt, answer } };
  };
  return { ask: { prompt, answer } };
};
