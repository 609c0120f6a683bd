/** Whether a route stops who asks too often, and says so as callers expect (T-6). */
@NullMarked
package dev.holdfast.probes.ratelimit;

import org.jspecify.annotations.NullMarked;
