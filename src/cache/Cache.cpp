// SPDX-License-Identifier: GPL-3.0-or-later
#include "cache/Cache.h"

#include "cache/Engine.h"

namespace manometer::cache {

Expected<std::unique_ptr<Cache>, OpenError> Cache::open(const Options &options)
{
    auto store = disk::Store::open(options);
    if (!store)
        return Unexpected(std::move(store.error()));
    return std::unique_ptr<Cache>(new Cache(std::make_unique<Engine>(options, std::move(*store))));
}

Cache::Cache(std::unique_ptr<Engine> engine)
    : m_engine(std::move(engine))
{}

Cache::~Cache() = default;

std::optional<Lease> Cache::get(const Key &key, const SourceVersion &version)
{
    return m_engine->get(key, version);
}

PutResult Cache::put(const Key &key, const SourceVersion &version, std::string bytes, const EntryNote &note)
{
    return m_engine->put(key, version, std::move(bytes), note);
}

bool Cache::erase(const Key &key)
{
    return m_engine->erase(key);
}

std::size_t Cache::erase(std::span<const EntryId> ids)
{
    return m_engine->erase(ids);
}

bool Cache::putBack(const EntryInfo &info, std::string bytes)
{
    return m_engine->putBack(info, std::move(bytes));
}

std::size_t Cache::keep(std::span<const EntryId> ids, bool isKept)
{
    return m_engine->keep(ids, isKept);
}

void Cache::clear()
{
    m_engine->clear();
}

bool Cache::flush()
{
    return m_engine->flush();
}

void Cache::setAdmission(Admission admission)
{
    m_engine->setAdmission(admission);
}

LimitOutcome Cache::setLimits(const Limits &limits, LimitCause cause)
{
    return m_engine->setLimits(limits, cause);
}

CleanUpOutcome Cache::cleanUpDisk(double keepRatio)
{
    return m_engine->cleanUpDisk(keepRatio);
}

AccessTap &Cache::tap()
{
    return m_engine->tap();
}

Stats Cache::stats() const
{
    return m_engine->stats();
}

Health Cache::health() const
{
    return m_engine->health();
}

std::vector<EntryId> Cache::list(const EntryQuery &query) const
{
    return m_engine->list(query);
}

std::vector<std::optional<EntryInfo>> Cache::describe(std::span<const EntryId> ids) const
{
    return m_engine->describe(ids);
}

std::optional<std::string> Cache::peek(EntryId id) const
{
    return m_engine->peek(id);
}

} // namespace manometer::cache
