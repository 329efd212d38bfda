# The handbook with everything it needs to run; its books and files lie in the volume /data.
FROM python:3.11-slim-trixie

# pg_dump, pg_restore and psql of the server's version, for the nightly backup
RUN apt-get update \
    && apt-get install -y --no-install-recommends postgresql-client-17 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home sotay \
    && install -d -o sotay /data

WORKDIR /app
COPY requirements.lock .
RUN pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.lock
COPY . .
RUN pip install --no-cache-dir --no-deps --no-build-isolation --editable .

USER sotay
ENV SOTAY_DATA_DIR=/data
VOLUME /data
CMD ["sotay", "run"]
