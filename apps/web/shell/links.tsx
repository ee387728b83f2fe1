import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type AnchorProps = ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>;

/** A button that leads somewhere is a link: it has an address, and opens in a new tab like any other. */
export const LinkButton = createLink((props: AnchorProps) => <Button component="a" {...props} />);
