/** Tests of webhook. */
@NullMarked
package dev.holdfast.probes.webhook;

import org.jspecify.annotations.NullMarked;
