/** The pages of a target in a real Chromium that has no network of its own. */
@NullMarked
package dev.holdfast.probes.browser;

import org.jspecify.annotations.NullMarked;
