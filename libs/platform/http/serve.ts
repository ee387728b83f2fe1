import type { EndpointKey } from '@kohorte/contracts';
import { applyDecorators, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import { type Answer, type Call } from './call.js';
import { Handed } from './handed.js';

/** Where a handler's endpoint is noted. */
export const endpointOf = 'kohorte:endpoint';

type Handler<K extends EndpointKey> = (call: Call<K>) => Answer<K>;

/**
 * Serves an endpoint of the catalogue: route, guard, validation and types follow from its declaration.
 *
 *     @Serve('POST /cohorts/:cohortId/enrolment')
 *     join({ actor, params }: Call<'POST /cohorts/:cohortId/enrolment'>) { … }
 */
export function Serve<K extends EndpointKey>(key: K) {
  return <H extends Handler<K>>(target: object, name: string, method: TypedPropertyDescriptor<H>): void => {
    const [verb, path] = key.split(' ') as [keyof typeof RequestMethod, string];
    applyDecorators(RequestMapping({ method: RequestMethod[verb], path }), SetMetadata(endpointOf, key))(
      target,
      name,
      method,
    );
    Handed()(target, name, 0);
  };
}
