// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/Composition.h"

#include "gui/chart/Decimation.h"

#include <cmath>
#include <utility>

namespace manometer::gui {

namespace {

void append(LayerStretch &stretch, double x, const ChartSample &sample)
{
    double top = 0;
    const std::array heights{sample.inUsePercent, sample.buffersPercent, sample.cachePercent};
    for (std::size_t layer = 0; layer < heights.size(); ++layer) {
        top += double(heights[layer]);
        stretch.edges[layer] << QPointF(x, top);
    }
}

} // namespace

std::vector<LayerStretch> memoryStack(const ChartSamples &samples, const TimeScale &scale)
{
    std::vector<LayerStretch> stack;
    LayerStretch stretch;
    const ChartSample *most = nullptr; // of the present pixel column
    const auto flush = [&] {
        if (const ChartSample *sample = std::exchange(most, nullptr))
            append(stretch, scale.x(sample->monotonicMs), *sample);
    };
    const auto endStretch = [&] {
        flush();
        if (!stretch.edges.front().isEmpty())
            stack.push_back(std::exchange(stretch, {}));
    };
    for (auto sample = firstToDraw(samples, scale); sample != samples.end(); ++sample) {
        if (sample->monotonicMs > scale.endMs)
            break;
        const bool isKnown = std::isfinite(sample->inUsePercent);
        if (sample->link != ChartSample::Link::Joined || !isKnown)
            endStretch();
        if (sample->link == ChartSample::Link::Unknown || !isKnown)
            continue;
        if (most && std::floor(scale.x(most->monotonicMs)) != std::floor(scale.x(sample->monotonicMs)))
            flush();
        if (!most || sample->inUsePercent >= most->inUsePercent)
            most = &*sample;
    }
    endStretch();
    return stack;
}

} // namespace manometer::gui
