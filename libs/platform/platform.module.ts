import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type MixedList } from 'typeorm';
import { Chance, SystemChance } from './chance.js';
import { Clock, SystemClock } from './clock.js';
import { Config } from './config.js';
import { Database, dataSourceOptions } from './database.js';
import { NameCleaner } from './files/clean/name-cleaner.js';
import { FileStore } from './files/file-store.js';
import { CatalogueCheck } from './http/catalogue-check.js';
import { Gate } from './http/gate.js';
import { Limits } from './http/limits.js';
import { OperationsController } from './http/operations.controller.js';
import { ProblemReplies } from './http/problem-replies.js';
import { Replies } from './http/replies.js';
import { Ids, TimeOrderedIds } from './ids.js';
import { Live } from './live/live.js';
import { StoredLiveEvent } from './live/live-event.entity.js';
import { LiveSettings } from './live/live-settings.js';
import { MailTransport } from './mail/mail-transport.js';
import { StoredFile } from './files/stored-file.entity.js';
import { Fact } from './outbox/fact.entity.js';
import { Reaction } from './outbox/reaction.entity.js';
import { QueueModule } from './queue/queue.module.js';
import { Outgoing } from './outgoing.js';
import { Work } from './work.js';

interface Handed {
  config: Config;
  clock?: Clock;
  chance?: Chance;
  migrations?: MixedList<new () => object>;
  /**
   * Runs jobs. Their statements are about cohorts of any size, and a plan that was made for all of them fits none that is
   * large; what a small one loses by being planned anew matters to nobody there.
   */
  runsJobs?: boolean;
}

/** What every process needs: configuration, time, ids, chance, the database, files, mail and the queue. */
@Global()
@Module({})
export class PlatformModule {
  static with({
    config,
    clock = new SystemClock(),
    chance = new SystemChance(),
    runsJobs = false,
  }: Handed): DynamicModule {
    const parts = [
      { provide: Config, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Chance, useValue: chance },
      { provide: Ids, useFactory: (at: Clock) => new TimeOrderedIds(at), inject: [Clock] },
      Database,
      {
        provide: Work,
        useFactory: (source: DataSource, at: Clock, ids: Ids) => new Work(source, at, ids, { prepares: !runsJobs }),
        inject: [DataSource, Clock, Ids],
      },
      FileStore,
      NameCleaner,
      MailTransport,
      LiveSettings,
      Live,
      { provide: Outgoing, useFactory: () => new Outgoing() },
    ];
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({ ...dataSourceOptions(config), autoLoadEntities: true, retryAttempts: 3 }),
        TypeOrmModule.forFeature([Fact, Reaction, StoredFile, StoredLiveEvent]),
        QueueModule,
      ],
      providers: parts,
      exports: [...parts, QueueModule],
    };
  }
}

/** What the API process needs besides: the gate before every endpoint, problems as replies. */
@Module({
  imports: [DiscoveryModule],
  controllers: [OperationsController],
  providers: [
    Limits,
    CatalogueCheck,
    { provide: APP_GUARD, useClass: Gate },
    { provide: APP_FILTER, useClass: ProblemReplies },
    { provide: APP_INTERCEPTOR, useClass: Replies },
  ],
})
export class HttpModule {}
