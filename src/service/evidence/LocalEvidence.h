// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements EvidenceView on this machine's cache.
#pragma once

#include "service/evidence/LiveCurve.h"
#include "views/EvidenceView.h"

namespace manometer::service {

class LocalEvidence final : public views::EvidenceView
{
    Q_OBJECT
public:
    // `cache` outlives this object.
    LocalEvidence(cache::Cache &cache, const cache::Limits &configured);

    void setConfigured(const cache::Limits &configured) { m_curve.setConfigured(configured); }
    QFuture<views::HitEvidence> hits() const override;

private:
    LiveCurve m_curve;
};

} // namespace manometer::service
