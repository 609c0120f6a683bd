/** What is asked of header fields: built-in profiles and the policy's own expectations. */
@NullMarked
package dev.holdfast.probes.headers.profile;

import org.jspecify.annotations.NullMarked;
