// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/Hdf5Statistics.h"

#include "reader/Hdf5Handle.h"
#include "reader/Hdf5Types.h"
#include "reader/Statistics.h"

#include <algorithm>
#include <bit>
#include <memory>
#include <vector>

namespace manometer::reader {

namespace {

constexpr std::size_t pieceBytes = 1U << 20U;
// A chunk is in memory as stored, after each filter, and as it is given to us.
constexpr long double mostChunkBytes = 3U << 20U;

using Lengths = std::vector<hsize_t>;
using Skipped = Expected<std::optional<std::string>, Failure>;

long double product(const Lengths &lengths)
{
    long double values = 1;
    for (const hsize_t length : lengths)
        values *= static_cast<long double>(length);
    return values;
}

// A block of whole `units`, as large as a piece allows, and one unit at least: longer along the last axis
// first, as the values are stored.
Lengths blockOf(const Lengths &units, const Lengths &shape, std::size_t valueBytes)
{
    Lengths block(shape.size());
    for (std::size_t axis = 0; axis < shape.size(); ++axis)
        block[axis] = std::min(units[axis], shape[axis]);
    for (std::size_t axis = shape.size(); axis-- > 0;) {
        const long double bytes = product(block) * static_cast<long double>(valueBytes);
        const auto factor =
            static_cast<hsize_t>(std::max(1.0L, static_cast<long double>(pieceBytes) / bytes));
        block[axis] = units[axis] > shape[axis] / factor ? shape[axis] : units[axis] * factor;
        if (block[axis] < shape[axis])
            break;
    }
    return block;
}

template<typename T>
Skipped statistics(hid_t dataset, hid_t memoryType, const Lengths &units, const Lengths &shape,
                   const MayContinue &mayContinue, json::Writer &writer)
{
    const Lengths block = blockOf(units, shape, sizeof(T));
    std::vector<T> values(static_cast<std::size_t>(product(block)));
    const auto statistics = std::make_unique<Statistics<T>>();
    const Hdf5Handle fileSpace(::H5Dget_space(dataset));
    const long double all = product(shape);
    Lengths start(shape.size(), 0);
    long double done = 0;
    while (done < all) {
        Lengths count(shape.size());
        for (std::size_t axis = 0; axis < shape.size(); ++axis)
            count[axis] = std::min(block[axis], shape[axis] - start[axis]);
        Hdf5Handle memorySpace;
        if (shape.empty()) {
            memorySpace = Hdf5Handle(::H5Screate(H5S_SCALAR));
        } else {
            memorySpace =
                Hdf5Handle(::H5Screate_simple(static_cast<int>(count.size()), count.data(), nullptr));
            if (::H5Sselect_hyperslab(fileSpace, H5S_SELECT_SET, start.data(), nullptr, count.data(),
                                      nullptr) < 0)
                return hdf5Error();
        }
        if (::H5Dread(dataset, memoryType, memorySpace, fileSpace, H5P_DEFAULT, values.data()) < 0)
            return hdf5Error();
        const auto number = static_cast<std::size_t>(product(count));
        statistics->add(values.data(), number);
        done += static_cast<long double>(number);
        if (!mayContinue(static_cast<double>(done / all)))
            return Unexpected<Failure>(Failure{FailureKind::Unreadable, "reading it takes too long"});
        for (std::size_t axis = shape.size(); axis-- > 0;) {
            start[axis] += count[axis];
            if (start[axis] < shape[axis])
                break;
            start[axis] = 0;
        }
    }
    statistics->write(writer);
    return std::nullopt;
}

std::optional<std::string> missingFilter(hid_t properties)
{
    const int filters = ::H5Pget_nfilters(properties);
    for (int index = 0; index < filters; ++index) {
        unsigned flags = 0;
        std::size_t values = 0;
        const H5Z_filter_t filter = ::H5Pget_filter2(properties, static_cast<unsigned>(index), &flags,
                                                     &values, nullptr, 0, nullptr, nullptr);
        unsigned config = 0;
        if (filter < 0 || ::H5Zfilter_avail(filter) <= 0 || ::H5Zget_filter_info(filter, &config) < 0 ||
            (config & H5Z_FILTER_CONFIG_DECODE_ENABLED) == 0)
            return filterWord(filter) + " is not available";
    }
    return std::nullopt;
}

} // namespace

Skipped writeHdf5Statistics(hid_t dataset, hid_t properties, const MayContinue &mayContinue,
                            json::Writer &writer)
{
    const Hdf5Handle type(::H5Dget_type(dataset));
    const Hdf5Handle space(::H5Dget_space(dataset));
    const H5T_class_t typeClass = type.isOpen() ? ::H5Tget_class(type) : H5T_NO_CLASS;
    if (typeClass != H5T_INTEGER && typeClass != H5T_FLOAT)
        return "its type is " + typeWord(type);
    const std::size_t size = ::H5Tget_size(type);
    if (size > 8)
        return "its values have more than 64 bits";
    const int rank = ::H5Sget_simple_extent_ndims(space);
    if (rank < 0)
        return hdf5Error();
    Lengths shape(static_cast<std::size_t>(rank));
    if (rank > 0)
        ::H5Sget_simple_extent_dims(space, shape.data(), nullptr);
    if (::H5Sget_simple_extent_type(space) == H5S_NULL || product(shape) == 0)
        return "no data";
    if (product(shape) > 0x1p62L)
        return "it is too large";

    Lengths units(shape.size(), 1);
    if (::H5Pget_layout(properties) == H5D_CHUNKED) {
        if (auto missing = missingFilter(properties))
            return std::move(*missing);
        Lengths chunk(shape.size());
        if (::H5Pget_chunk(properties, rank, chunk.data()) != rank || product(chunk) == 0)
            return hdf5Error();
        // In memory, half precision has four bytes, and an integer of three bytes has four.
        const std::size_t valueBytes = typeClass == H5T_FLOAT && size <= 4 ? 4 : std::bit_ceil(size);
        const long double bytes = product(chunk) * static_cast<long double>(valueBytes);
        const bool isFiltered = ::H5Pget_nfilters(properties) > 0;
        if (isFiltered && bytes > mostChunkBytes)
            return "a chunk of it needs more memory than is allowed";
        // Without filters, parts of a large chunk can be read.
        if (isFiltered || bytes <= static_cast<long double>(pieceBytes))
            units = chunk;
    }
    const auto read = [&]<typename T>(T, hid_t memoryType) {
        return statistics<T>(dataset, memoryType, units, shape, mayContinue, writer);
    };
    if (typeClass == H5T_FLOAT)
        return size <= 4 ? read(0.0F, H5T_NATIVE_FLOAT) : read(0.0, H5T_NATIVE_DOUBLE);
    const bool isSigned = ::H5Tget_sign(type) != H5T_SGN_NONE;
    if (size == 1)
        return isSigned ? read(std::int8_t(), H5T_NATIVE_INT8) : read(std::uint8_t(), H5T_NATIVE_UINT8);
    if (size == 2)
        return isSigned ? read(std::int16_t(), H5T_NATIVE_INT16) : read(std::uint16_t(), H5T_NATIVE_UINT16);
    if (size <= 4)
        return isSigned ? read(std::int32_t(), H5T_NATIVE_INT32) : read(std::uint32_t(), H5T_NATIVE_UINT32);
    return isSigned ? read(std::int64_t(), H5T_NATIVE_INT64) : read(std::uint64_t(), H5T_NATIVE_UINT64);
}

} // namespace manometer::reader
