# The image of web, worker, beat, sender and migrate: libraries by their hashes, no compiler, no root.
# It was checked by the tests, which have no Docker engine; the servers of `make run` are in it and never started.

FROM python:3.11-slim-bookworm AS libraries
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
COPY requirements/bootstrap.txt requirements/runtime.txt /requirements/
RUN python -m venv /venv \
 && /venv/bin/pip install --require-hashes -r /requirements/bootstrap.txt \
 && /venv/bin/uv pip sync --require-hashes --no-cache --compile-bytecode --python /venv /requirements/runtime.txt

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --user-group --home-dir /app --shell /usr/sbin/nologin next-tuesday
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    ENVIRONMENT=production STATIC_ROOT=/static MPLCONFIGDIR=/tmp
COPY --from=libraries /venv /venv
WORKDIR /app
COPY manage.py ./
COPY collaborative collaborative
COPY metrics metrics
COPY pdsa pdsa
COPY portal portal
COPY static static
COPY templates templates
# The page's style and scripts get their hashed names now; ENVIRONMENT is another here since no secret is known yet.
RUN mkdir /static \
 && ENVIRONMENT=development python manage.py catalogues compile \
 && ENVIRONMENT=development STATIC_HASHED=true python manage.py collectstatic --noinput --verbosity 0
USER 10001
EXPOSE 8000
STOPSIGNAL SIGTERM
CMD ["gunicorn", "portal.wsgi", "--bind", "0.0.0.0:8000", "--preload", "--worker-class", "gthread", "--workers", "2", "--threads", "4", "--graceful-timeout", "30", "--timeout", "60", "--worker-tmp-dir", "/dev/shm", "--no-control-socket"]
