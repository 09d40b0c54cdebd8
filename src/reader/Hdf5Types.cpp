// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/Hdf5Types.h"

namespace manometer::reader {

std::string typeWord(hid_t type)
{
    const std::string bits = std::to_string(::H5Tget_size(type) * 8);
    switch (::H5Tget_class(type)) {
    case H5T_INTEGER:
        return (::H5Tget_sign(type) == H5T_SGN_NONE ? "uint" : "int") + bits;
    case H5T_FLOAT:
        return "float" + bits;
    case H5T_STRING:
        return "string";
    case H5T_COMPOUND:
        return "compound";
    case H5T_ENUM:
        return "enumeration";
    case H5T_ARRAY:
        return "array";
    case H5T_VLEN:
        return "variable-length";
    case H5T_REFERENCE:
        return "reference";
    case H5T_OPAQUE:
        return "opaque";
    case H5T_BITFIELD:
        return "bitfield" + bits;
    case H5T_TIME:
        return "time";
    default:
        return "unknown";
    }
}

std::string_view byteOrderWord(hid_t type)
{
    const H5T_class_t typeClass = ::H5Tget_class(type);
    if ((typeClass != H5T_INTEGER && typeClass != H5T_FLOAT) || ::H5Tget_size(type) == 1)
        return {};
    switch (::H5Tget_order(type)) {
    case H5T_ORDER_LE:
        return "little";
    case H5T_ORDER_BE:
        return "big";
    default:
        return {};
    }
}

std::string filterWord(H5Z_filter_t filter)
{
    switch (filter) {
    case H5Z_FILTER_DEFLATE:
        return "deflate";
    case H5Z_FILTER_SHUFFLE:
        return "shuffle";
    case H5Z_FILTER_FLETCHER32:
        return "fletcher32";
    case H5Z_FILTER_SZIP:
        return "szip";
    case H5Z_FILTER_NBIT:
        return "nbit";
    case H5Z_FILTER_SCALEOFFSET:
        return "scaleoffset";
    default:
        return "filter " + std::to_string(filter); // registered numbers: The HDF Group's list
    }
}

std::string hdf5Error()
{
    std::string text;
    const auto take = [](unsigned index, const H5E_error2_t *error, void *into) -> herr_t {
        if (index == 0 && error->desc != nullptr)
            *static_cast<std::string *>(into) = error->desc;
        return 0;
    };
    ::H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, take, &text);
    ::H5Eclear2(H5E_DEFAULT);
    return text.empty() ? "libhdf5 gives no reason" : text;
}

} // namespace manometer::reader
