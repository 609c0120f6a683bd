/** Drives a real headless Chromium over its DevTools protocol. */
@NullMarked
package dev.holdfast.commands.browser;

import org.jspecify.annotations.NullMarked;
