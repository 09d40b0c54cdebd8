// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/evidence/LocalEvidence.h"

#include "views/Failure.h"

namespace manometer::service {

LocalEvidence::LocalEvidence(cache::Cache &cache, const cache::Limits &configured)
    : m_curve(cache, configured)
{}

QFuture<views::HitEvidence> LocalEvidence::hits() const
{
    return views::answered(m_curve.evidence());
}

} // namespace manometer::service
