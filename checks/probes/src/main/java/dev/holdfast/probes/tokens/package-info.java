/** Whether sessions are refreshed and ended so that a stolen token is of no use. */
@NullMarked
package dev.holdfast.probes.tokens;

import org.jspecify.annotations.NullMarked;
