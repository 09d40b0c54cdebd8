// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/Hdf5Reader.h"

#include "reader/Hdf5Attributes.h"
#include "reader/Hdf5Handle.h"
#include "reader/Hdf5Statistics.h"
#include "reader/Hdf5Types.h"
#include "reader/Numbers.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace manometer::reader {

namespace {

constexpr std::size_t chunkCacheBytes = 1U << 20U;
constexpr std::size_t metadataCacheBytes = 1U << 20U;

struct Link
{
    std::string name;
    H5L_type_t type = H5L_TYPE_ERROR;
    haddr_t address = HADDR_UNDEF; // of a hard link
    std::size_t valueBytes = 0;    // of any other
};

// An object that is yet to be written.
struct Pending
{
    std::string path;
    haddr_t address;
};

class Hdf5Reader
{
public:
    Hdf5Reader(hid_t hdf5, const File &file, Depth depth, Budget &budget, Answers &answers,
               json::Writer &writer)
        : m_hdf5(hdf5)
        , m_file(file)
        , m_depth(depth)
        , m_budget(budget)
        , m_answers(answers)
        , m_writer(writer)
    {}

    Expected<void, Failure> read()
    {
        const Hdf5Handle root(::H5Gopen2(m_hdf5, "/", H5P_DEFAULT));
        H5O_info_t info;
        if (!root.isOpen() || ::H5Oget_info(root, &info) < 0)
            return Unexpected<Failure>(Failure{FailureKind::Unreadable, hdf5Error()});
        m_writer.beginObject();
        m_writer.member("objects");
        m_writer.beginArray();
        m_pending.push_back({"/", info.addr});
        while (!m_pending.empty() && !m_budget.isCut()) {
            const Pending next = std::move(m_pending.back());
            m_pending.pop_back();
            if (auto done = object(next); !done)
                return done;
        }
        m_writer.endArray();
        if (m_budget.isCut()) {
            m_writer.member("cut");
            m_writer.literal("true");
        }
        m_writer.endObject();
        return {};
    }

private:
    bool begin(const std::string &path, std::string_view kind)
    {
        if (!m_budget.take(path.size()))
            return false;
        m_writer.beginObject();
        m_writer.member("path", path);
        m_writer.member("kind", kind);
        return true;
    }

    Expected<void, Failure> object(const Pending &pending)
    {
        const auto [known, isNew] = m_seen.try_emplace(pending.address, pending.path);
        if (!isNew) {
            if (begin(pending.path, "hard link")) {
                m_writer.member("target", known->second);
                m_writer.endObject();
            }
            return {};
        }
        const Hdf5Handle opened(::H5Oopen_by_addr(m_hdf5, pending.address));
        switch (opened.isOpen() ? ::H5Iget_type(opened) : H5I_BADID) {
        case H5I_GROUP:
            group(opened, pending.path);
            return {};
        case H5I_DATASET:
            return dataset(opened, pending.path);
        case H5I_DATATYPE:
            if (begin(pending.path, "datatype")) {
                m_writer.member("type", typeWord(opened));
                end(opened);
            }
            return {};
        default:
            if (begin(pending.path, "unreadable")) {
                m_writer.member("error", hdf5Error());
                m_writer.endObject();
            }
            return {};
        }
    }

    void end(hid_t object)
    {
        if (m_depth != Depth::Quick)
            writeAttributes(object, m_budget, m_writer);
        m_writer.endObject();
    }

    void group(hid_t group, const std::string &path)
    {
        if (!begin(path, "group"))
            return;
        end(group);
        std::vector<Link> links;
        // A C library calls it: no exception may leave it.
        const auto collect = [](hid_t, const char *name, const H5L_info_t *info, void *into) -> herr_t {
            try {
                auto &collected = *static_cast<std::vector<Link> *>(into);
                Link link{name, info->type, HADDR_UNDEF, 0};
                if (info->type == H5L_TYPE_HARD)
                    link.address = info->u.address;
                else
                    link.valueBytes = info->u.val_size;
                collected.push_back(std::move(link));
                return collected.size() > Budget::mostItems ? 1 : 0;
            } catch (...) {
                return -1;
            }
        };
        hsize_t index = 0;
        if (::H5Literate(group, H5_INDEX_NAME, H5_ITER_INC, &index, collect, &links) < 0)
            ::H5Eclear2(H5E_DEFAULT);
        const std::string folder = path == "/" ? path : path + '/';
        for (const Link &link : links)
            if (link.type != H5L_TYPE_HARD)
                otherLink(group, folder + link.name, link);
        // The first one is written first: it comes last on the stack.
        for (auto link = links.rbegin(); link != links.rend(); ++link) {
            if (link->type != H5L_TYPE_HARD)
                continue;
            // Each one takes an item of the budget: what is left out here would not fit.
            if (m_pending.size() > 2 * Budget::mostItems)
                break;
            m_pending.push_back({folder + link->name, link->address});
        }
    }

    // Named, and not followed.
    void otherLink(hid_t group, const std::string &path, const Link &link)
    {
        if (!begin(path, link.type == H5L_TYPE_SOFT       ? "soft link"
                         : link.type == H5L_TYPE_EXTERNAL ? "external link"
                                                          : "link of another kind"))
            return;
        std::vector<char> value(link.valueBytes + 1, '\0');
        if (link.type <= H5L_TYPE_EXTERNAL && link.valueBytes < Budget::mostBytes &&
            m_budget.take(link.valueBytes) &&
            ::H5Lget_val(group, link.name.c_str(), value.data(), link.valueBytes, H5P_DEFAULT) >= 0) {
            if (link.type == H5L_TYPE_SOFT) {
                m_writer.member("target", value.data());
            } else if (link.type == H5L_TYPE_EXTERNAL) {
                const char *file = nullptr;
                const char *target = nullptr;
                unsigned flags = 0;
                if (::H5Lunpack_elink_val(value.data(), link.valueBytes, &flags, &file, &target) >= 0) {
                    m_writer.member("file", file);
                    m_writer.member("target", target);
                }
            }
        }
        ::H5Eclear2(H5E_DEFAULT);
        m_writer.endObject();
    }

    void lengths(std::string_view name, const hsize_t *values, int count)
    {
        m_writer.member(name);
        m_writer.beginArray();
        for (int axis = 0; axis < count; ++axis)
            m_writer.literal(values[axis] == H5S_UNLIMITED ? "null" : numberText(values[axis]));
        m_writer.endArray();
    }

    void shape(hid_t space)
    {
        if (::H5Sget_simple_extent_type(space) == H5S_NULL) {
            m_writer.member("shape");
            m_writer.literal("null");
            return;
        }
        std::array<hsize_t, H5S_MAX_RANK> now = {};
        std::array<hsize_t, H5S_MAX_RANK> most = {};
        const int rank = ::H5Sget_simple_extent_dims(space, now.data(), most.data());
        if (rank < 0)
            return;
        lengths("shape", now.data(), rank);
        if (now != most)
            lengths("maximumShape", most.data(), rank);
    }

    void type(hid_t type)
    {
        m_writer.member("type", typeWord(type));
        if (const std::string_view order = byteOrderWord(type); !order.empty())
            m_writer.member("byteOrder", order);
        if (::H5Tget_class(type) != H5T_COMPOUND)
            return;
        m_writer.member("members");
        m_writer.beginArray();
        const int members = ::H5Tget_nmembers(type);
        for (int index = 0; index < members; ++index) {
            char *name = ::H5Tget_member_name(type, static_cast<unsigned>(index));
            const Hdf5Handle member(::H5Tget_member_type(type, static_cast<unsigned>(index)));
            const std::string text = name == nullptr ? "" : name;
            ::H5free_memory(name);
            if (!m_budget.take(text.size()))
                break;
            m_writer.beginArray();
            m_writer.value(text);
            m_writer.value(typeWord(member));
            m_writer.endArray();
        }
        m_writer.endArray();
    }

    // The names of other files. False: the dataset has its own data.
    bool sources(hid_t properties, H5D_layout_t layout)
    {
        const bool isVirtual = layout == H5D_VIRTUAL;
        std::size_t count = 0;
        if (isVirtual)
            ::H5Pget_virtual_count(properties, &count);
        else
            count = static_cast<std::size_t>(std::max(0, ::H5Pget_external_count(properties)));
        if (!isVirtual && count == 0)
            return false;
        m_writer.member("sources");
        m_writer.beginArray();
        for (std::size_t index = 0; index < count; ++index) {
            std::array<char, 1024> file = {};
            std::array<char, 1024> target = {};
            off_t offset = 0;
            hsize_t bytes = 0;
            if (isVirtual) {
                ::H5Pget_virtual_filename(properties, index, file.data(), file.size());
                ::H5Pget_virtual_dsetname(properties, index, target.data(), target.size());
            } else {
                ::H5Pget_external(properties, static_cast<unsigned>(index), file.size() - 1, file.data(),
                                  &offset, &bytes);
            }
            const std::string_view fileName = file.data();
            const std::string_view targetName = target.data();
            if (!m_budget.take(fileName.size() + targetName.size()))
                break;
            m_writer.beginObject();
            m_writer.member("file", fileName);
            if (isVirtual)
                m_writer.member("target", targetName);
            m_writer.endObject();
        }
        m_writer.endArray();
        return true;
    }

    void filters(hid_t properties)
    {
        const int count = ::H5Pget_nfilters(properties);
        if (count <= 0)
            return;
        m_writer.member("filters");
        m_writer.beginArray();
        for (int index = 0; index < count; ++index) {
            unsigned flags = 0;
            std::size_t values = 0;
            m_writer.value(filterWord(::H5Pget_filter2(properties, static_cast<unsigned>(index), &flags,
                                                       &values, nullptr, 0, nullptr, nullptr)));
        }
        m_writer.endArray();
    }

    Expected<void, Failure> dataset(hid_t dataset, const std::string &path)
    {
        if (!begin(path, "dataset"))
            return {};
        const Hdf5Handle properties(::H5Dget_create_plist(dataset));
        const Hdf5Handle datatype(::H5Dget_type(dataset));
        if (!properties.isOpen() || !datatype.isOpen()) {
            m_writer.member("error", hdf5Error());
            m_writer.endObject();
            return {};
        }
        type(datatype);
        const H5D_layout_t layout = ::H5Pget_layout(properties);
        if (layout == H5D_VIRTUAL) {
            // H5Dget_space() would open the sources to learn how long they are.
            const Hdf5Handle space(::H5Pget_virtual_vspace(properties, 0));
            if (space.isOpen())
                shape(space);
        } else {
            const Hdf5Handle space(::H5Dget_space(dataset));
            shape(space);
        }
        constexpr std::string_view layouts[] = {"compact", "contiguous", "chunked", "virtual"};
        if (layout >= H5D_COMPACT && layout <= H5D_VIRTUAL)
            m_writer.member("layout", layouts[layout]);
        if (layout == H5D_CHUNKED) {
            std::array<hsize_t, H5S_MAX_RANK> chunk = {};
            lengths("chunk", chunk.data(), ::H5Pget_chunk(properties, H5S_MAX_RANK, chunk.data()));
        }
        filters(properties);
        const bool isElsewhere = sources(properties, layout);
        ::H5Eclear2(H5E_DEFAULT);
        if (m_depth == Depth::Deep) {
            const hsize_t bytes = isElsewhere ? 0 : ::H5Dget_storage_size(dataset);
            const auto mayContinue = [this, bytes](double part) {
                const double read = m_readBytes + part * static_cast<double>(bytes);
                return m_answers.progress(read / static_cast<double>(m_file.bytes()));
            };
            const auto skipped =
                isElsewhere ? Expected<std::optional<std::string>, Failure>("its data are in other files")
                            : writeHdf5Statistics(dataset, properties, mayContinue, m_writer);
            if (!skipped)
                return Unexpected<Failure>(skipped.error());
            if (*skipped)
                m_writer.member("skipped", **skipped);
            m_readBytes += static_cast<double>(bytes);
            ::H5garbage_collect();
        }
        end(dataset);
        return {};
    }

    hid_t m_hdf5;
    const File &m_file;
    Depth m_depth;
    Budget &m_budget;
    Answers &m_answers;
    json::Writer &m_writer;
    std::vector<Pending> m_pending;
    std::map<haddr_t, std::string> m_seen; // and where first
    double m_readBytes = 0;
};

Hdf5Handle accessProperties()
{
    Hdf5Handle access(::H5Pcreate(H5P_FILE_ACCESS));
    ::H5Pset_fapl_sec2(access);
    ::H5Pset_fclose_degree(access, H5F_CLOSE_STRONG);
    // Chunks are read once: those that were read whole leave first.
    ::H5Pset_cache(access, 0, 521, chunkCacheBytes, 1.0);
    H5AC_cache_config_t config = {};
    config.version = H5AC__CURR_CACHE_CONFIG_VERSION;
    if (::H5Pget_mdc_config(access, &config) >= 0) {
        config.set_initial_size = true;
        config.initial_size = metadataCacheBytes / 2;
        config.min_size = metadataCacheBytes / 4;
        config.max_size = metadataCacheBytes;
        ::H5Pset_mdc_config(access, &config);
    }
    return access;
}

} // namespace

void prepareHdf5()
{
    // A lock on a file would be noticed by programs that write to it.
    ::setenv("HDF5_USE_FILE_LOCKING", "FALSE", 1);
    ::H5dont_atexit();
    ::H5open();
    ::H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    ::H5PLset_loading_state(0);
    // What libhdf5 may keep of what it has freed.
    constexpr int all = 1 << 20;
    constexpr int each = 64 << 10;
    ::H5set_free_list_limits(all, each, all, each, all, each);
}

Expected<void, Failure> readHdf5(const File &file, Depth depth, Budget &budget, Answers &answers,
                                 json::Writer &writer)
{
    const Hdf5Handle access = accessProperties();
    const Hdf5Handle opened(::H5Fopen(file.libraryName().c_str(), H5F_ACC_RDONLY, access));
    if (!opened.isOpen())
        return Unexpected<Failure>(Failure{FailureKind::Unreadable, hdf5Error()});
    return Hdf5Reader(opened, file, depth, budget, answers, writer).read();
}

} // namespace manometer::reader
