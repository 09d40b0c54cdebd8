// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/EvidenceView.h"
#include "views/Failure.h"

namespace manometer::gui {

class FakeEvidence final : public views::EvidenceView
{
public:
    QFuture<views::HitEvidence> hits() const override
    {
        ++asked;
        return views::answered(now);
    }

    views::HitEvidence now{};
    mutable int asked = 0;
};

} // namespace manometer::gui
