import type { MailWay, NoticeTopic, TopicSetting } from '@kohorte/contracts';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useApi } from '../queries.js';
import { Choice } from '../shell/choice.js';
import { Section } from '../shell/page.js';
import { ProblemNote } from '../shell/trouble.js';
import { useSettings } from './changing.js';
import classes from './settings.module.css';
import { topicsFor } from './topics.js';

const ways = ['at-once', 'digest', 'none'] as const satisfies MailWay[];

interface Ways {
  topics: TopicSetting[];
  /** Push can be had here at all. */
  hasPush: boolean;
  onMail: (topic: NoticeTopic, mail: MailWay) => void;
  onPush: (topic: NoticeTopic, push: boolean) => void;
}

/** Which topics come by mail and push: a table where there is room, else one topic below the other. */
export function TopicWays() {
  const { t } = useTranslation(['notification-settings', 'notifications']);
  const me = useApi('GET /me');
  const isNarrow = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false });
  const { settings, problem, set } = useSettings();
  const name = (topic: NoticeTopic): string => t(`notifications:topic.${topic}`);
  const parts: Ways = {
    topics: topicsFor(me).flatMap((topic) => settings.topics.filter((one) => one.topic === topic)),
    hasPush: settings.push.publicKey !== null,
    onMail: (topic, mail) => set({ topics: [{ topic, mail }] }, t(`saved.mail.${mail}`, { topic: name(topic) })),
    onPush: (topic, push) =>
      set({ topics: [{ topic, push }] }, t(`saved.push.${push ? 'on' : 'off'}`, { topic: name(topic) })),
  };
  return (
    <Section title={t('what')}>
      {isNarrow ? <Stacked {...parts} /> : <Matrix {...parts} />}
      <p className={classes.note}>
        {t('always')} {parts.hasPush && t('pushText')}
      </p>
      <ProblemNote problem={problem} />
    </Section>
  );
}

function Matrix({ topics, hasPush, onMail, onPush }: Ways) {
  const { t } = useTranslation(['notification-settings', 'notifications']);
  return (
    <table className={classes.matrix}>
      <caption className="unseen">{t('table')}</caption>
      <colgroup>
        <col />
      </colgroup>
      <colgroup span={3} />
      {hasPush && <colgroup />}
      <thead>
        <tr>
          <th scope="col" rowSpan={2}>
            <span className="unseen">{t('topic')}</span>
          </th>
          <th scope="colgroup" colSpan={3} id="by-mail" className={classes.way}>
            {t('mail')}
          </th>
          {hasPush && (
            <th scope="col" rowSpan={2} id="by-push" className={classes.way}>
              {t('push')}
            </th>
          )}
        </tr>
        <tr>
          {ways.map((way) => (
            <th key={way} scope="col" id={`by-${way}`} className={classes.kind}>
              {t(`ways.${way}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {topics.map(({ topic, mail, push }) => (
          <tr key={topic}>
            <th scope="row">
              <span id={`topic-${topic}`} className={classes.topic}>
                {t(`notifications:topic.${topic}`)}
              </span>
              <span id={`about-${topic}`} className={classes.about}>
                {t(`topics.${topic}`)}
              </span>
            </th>
            {ways.map((way) => (
              <td key={way}>
                <label className={classes.cell}>
                  <input
                    type="radio"
                    name={`mail-${topic}`}
                    checked={mail === way}
                    aria-labelledby={`topic-${topic} by-mail by-${way}`}
                    aria-describedby={`about-${topic}`}
                    onChange={() => onMail(topic, way)}
                  />
                </label>
              </td>
            ))}
            {hasPush && (
              <td>
                <label className={classes.cell}>
                  <input
                    type="checkbox"
                    checked={push}
                    aria-labelledby={`topic-${topic} by-push`}
                    onChange={(event) => onPush(topic, event.currentTarget.checked)}
                  />
                </label>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Stacked({ topics, hasPush, onMail, onPush }: Ways) {
  const { t } = useTranslation(['notification-settings', 'notifications']);
  return topics.map(({ topic, mail, push }) => (
    <fieldset key={topic} className={classes.stacked}>
      <legend className={classes.topic}>{t(`notifications:topic.${topic}`)}</legend>
      <p className={classes.about}>{t(`topics.${topic}`)}</p>
      <div className={classes.stackedWays}>
        <Choice<MailWay>
          legend={t('mail')}
          value={mail}
          options={ways.map((value) => ({ value, label: t(`ways.${value}`) }))}
          onChange={(way) => onMail(topic, way)}
        />
        {hasPush && (
          <label className={classes.tick}>
            <input type="checkbox" checked={push} onChange={(event) => onPush(topic, event.currentTarget.checked)} />
            {t('push')}
          </label>
        )}
      </div>
    </fieldset>
  ));
}
