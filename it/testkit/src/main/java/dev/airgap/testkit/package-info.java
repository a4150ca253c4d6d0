/** Servers on loopback that stand for an index, a hub and a company's proxy, and misbehave on request. */
package dev.airgap.testkit;
