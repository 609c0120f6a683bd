/** Whether a user's object is kept from other users (T-5). */
@NullMarked
package dev.holdfast.probes.isolation;

import org.jspecify.annotations.NullMarked;
