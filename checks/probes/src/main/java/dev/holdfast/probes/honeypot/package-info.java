/** Whether somebody notices who asks for what nobody needs (T-7). */
@NullMarked
package dev.holdfast.probes.honeypot;

import org.jspecify.annotations.NullMarked;
