import { type Chance, type Clock, type Config, HttpModule, PlatformModule } from '@kohorte/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { rungs } from '../rungs.js';

/** The HTTP process. */
@Module({})
export class ApiModule {
  static with(handed: { config: Config; clock?: Clock; chance?: Chance }): DynamicModule {
    return { module: ApiModule, imports: [PlatformModule.with(handed), HttpModule, ...rungs] };
  }
}
