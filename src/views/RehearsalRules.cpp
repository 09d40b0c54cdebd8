// SPDX-License-Identifier: GPL-3.0-or-later
#include "pressure/rehearsal/Curve.h"
#include "pressure/rehearsal/TimeLapse.h"
#include "views/MonitorView.h"

namespace manometer::views {

QString findProblem(const RehearsalRequest &request)
{
    const auto curve =
        pressure::namedCurve({request.curve.constData(), static_cast<std::size_t>(request.curve.size())});
    if (!curve)
        return QStringLiteral(
            "there is no built-in curve of this name: ramp, burst, sawtooth and noise can be "
            "played");
    if (!(request.speed >= pressure::slowestRehearsal && request.speed <= pressure::fastestRehearsal))
        return QStringLiteral("the speed is not within 0.1 to 100");
    if (curve->duration() / request.speed > RehearsalRequest::longest)
        return QStringLiteral("at this speed the curve takes longer than ten minutes");
    return {};
}

} // namespace manometer::views
