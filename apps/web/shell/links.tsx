import { Button } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A button that leads somewhere: an address, as everything that leads somewhere. */
export const LinkButton = createLink(Button<'a'>);
