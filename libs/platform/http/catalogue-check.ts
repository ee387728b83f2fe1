import { type EndpointKey, endpoints } from '@kohorte/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { endpointOf } from './serve.js';

/** Fails the boot where an endpoint of the catalogue is served by nobody, or by two. */
@Injectable()
export class CatalogueCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const served = this.discovery.getControllers().flatMap(({ instance }) => this.servedBy(instance as object));
    const twice = served.filter((key, i) => served.indexOf(key) !== i);
    const missing = (Object.keys(endpoints) as EndpointKey[]).filter((key) => !served.includes(key));
    if (twice.length > 0) throw new Error(`Endpoints served twice: ${twice.join(', ')}`);
    if (missing.length > 0) throw new Error(`Endpoints served by nobody: ${missing.join(', ')}`);
  }

  private servedBy(controller: object): EndpointKey[] {
    const prototype = Object.getPrototypeOf(controller) as Record<string, () => unknown>;
    return this.scanner
      .getAllMethodNames(prototype)
      .map((name) => this.reflector.get<EndpointKey | undefined>(endpointOf, prototype[name]!))
      .filter((key) => key !== undefined);
  }
}
