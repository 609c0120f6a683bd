/** Tests of browser. */
@NullMarked
package dev.holdfast.probes.browser;

import org.jspecify.annotations.NullMarked;
