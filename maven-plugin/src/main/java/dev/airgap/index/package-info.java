/** Reads Simple repository indexes and folders of wheels: which releases there are, and what a wheel's metadata says. */
package dev.airgap.index;
