// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the machine's memory is used for over time, as layers above each other: in use, buffers, cache; what
// is left is free. Pure functions.
#pragma once

#include "gui/chart/ChartScale.h"
#include "gui/samples/SampleModel.h"

#include <QPolygonF>

#include <array>
#include <vector>

namespace manometer::gui {

enum class Composition : quint8 { Hidden, Shown };

enum class MemoryLayer : quint8 { InUse, Buffers, Cache };
inline constexpr std::array memoryLayers{MemoryLayer::InUse, MemoryLayer::Buffers,
                                         MemoryLayer::Cache}; // from the bottom

// The upper edge of each layer, one point for a pixel column at most: x in pixels, y in percent of the
// machine's memory. The edges of a stretch have the same number of points, at the same x.
struct LayerStretch
{
    std::array<QPolygonF, memoryLayers.size()> edges;
    const QPolygonF &edgeOf(MemoryLayer layer) const { return edges[static_cast<std::size_t>(layer)]; }
};

// Of the samples in a pixel column, the one with the most memory in use. A stretch ends at a gap, and where
// the composition is unknown.
std::vector<LayerStretch> memoryStack(const ChartSamples &samples, const TimeScale &scale);

} // namespace manometer::gui
