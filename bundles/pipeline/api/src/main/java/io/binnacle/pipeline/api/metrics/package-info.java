/** What the history of deals says about the pipeline: conversion, velocity, slip, ageing and coverage. */
@Export
@Version("1.0.0")
package io.binnacle.pipeline.api.metrics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
