from rest_framework.pagination import PageNumberPagination


class Page(PageNumberPagination):
    """At most 200 rows an answer."""

    page_size = 50
    page_size_query_param = "size"
    max_page_size = 200
